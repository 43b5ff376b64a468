import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useAround } from './surroundings';

interface Props {
  label: string;
  value: string;
  change: (value: string) => void;
  problem?: string | null;
  required?: boolean;
  kind?: 'text' | 'email' | 'long';
  autocomplete?: string;
}

export function Field({ label, value, change, problem, required, kind = 'text', autocomplete }: Props) {
  const { words } = useAround();
  const id = useId();
  const common = {
    id,
    value,
    dir: 'auto' as const,
    required,
    'aria-invalid': Boolean(problem),
    'aria-describedby': problem ? `${id}-problem` : undefined,
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {!required && <span> ({words.optional})</span>}
      </label>
      {kind === 'long' ? (
        <textarea {...common} rows={4} onInput={(event) => change(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={kind}
          autocomplete={autocomplete}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}

export function Consent(props: {
  text: string;
  value: boolean;
  change: (value: boolean) => void;
  problem?: string | null;
}) {
  const id = useId();
  const { text, value, change, problem } = props;
  return (
    <div class="field">
      <label class="consent" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          aria-invalid={Boolean(problem)}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span dir="auto">{text}</span>
      </label>
      {problem && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  );
}

function Problem({ id, children }: { id: string; children: ComponentChildren }) {
  return (
    <p class="problem" id={id}>
      {children}
    </p>
  );
}
