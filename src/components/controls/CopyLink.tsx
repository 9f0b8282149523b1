/** Copies a link to what is shown. */
import { useEffect, useState } from 'react';

interface CopyLinkProps {
  /** Made when the button is pressed. */
  readonly link: () => string;
  readonly disabled?: boolean;
}

const remarkMs = 3000;

export function CopyLink({ link, disabled = false }: CopyLinkProps) {
  const [outcome, setOutcome] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setOutcome(''), remarkMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link());
      setOutcome('Link copied');
    } catch {
      // The clipboard is closed to pages without TLS, and where the reader forbids it.
      window.location.hash = new URL(link()).hash;
      setOutcome('The link is in the address bar');
    }
  };
  return (
    <span className="copy-link">
      <button type="button" className="button quiet" disabled={disabled} onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status">{outcome}</span>
    </span>
  );
}
