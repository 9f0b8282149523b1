/** `npm run house`: draws who imports whom into docs/house.svg, from the imports themselves. */
import { writeFile } from 'node:fs/promises';
import { drawHouse } from './house/draw.ts';
import { readImports } from './house/graph.ts';
import { readHouse } from './house/rooms.ts';
import { roomTexts } from './house/texts.ts';

export const houseFile = 'docs/house.svg';

/** @throws Error naming an import of a file that is not there. */
export const drawing = (): string => drawHouse(readHouse(readImports('.', ['src', 'training'])), roomTexts);

if (import.meta.main) await writeFile(houseFile, drawing());
