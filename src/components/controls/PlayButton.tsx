/** Starts and stops an animation. */
interface PlayButtonProps {
  readonly playing: boolean;
  readonly onChange: (playing: boolean) => void;
  readonly disabled?: boolean;
}

export const PlayButton = ({ playing, onChange, disabled = false }: PlayButtonProps) => (
  <button
    type="button"
    className="button"
    data-control="play"
    disabled={disabled}
    onClick={() => onChange(!playing)}
  >
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d={playing ? 'M2 1h3v10H2zM7 1h3v10H7z' : 'M2 1l9 5-9 5z'} />
    </svg>
    <span>{playing ? 'Pause' : 'Play'}</span>
  </button>
);
