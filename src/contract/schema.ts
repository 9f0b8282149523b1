/** zod as the contract uses it: without its fast path, which compiles code as `eval` does, and which the policy of the pages refuses. */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
