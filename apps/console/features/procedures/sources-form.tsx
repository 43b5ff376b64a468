import { NativeSelect, TextInput } from '@mantine/core';
import type { ProcedureDocumentBody, ProcedureSource, ProcedureToolBody } from '@satchel/contracts';
import { words } from '../../lib/format';
import { useEditing } from './editing';
import css from './procedures.module.css';
import { nameWords } from './step-words';

interface Props {
  tool: ProcedureToolBody | undefined;
  value: Record<string, ProcedureSource>;
  onChange: (value: Record<string, ProcedureSource>) => void;
}

/** Where each thing that a tool takes comes from: what was found out, the customer's words, or always the same. */
export function SourcesForm({ tool, value, onChange }: Props) {
  const { document, disabled } = useEditing();
  const names = [...new Set([...(tool?.needs ?? []), ...(tool?.may ?? []), ...Object.keys(value)])];
  const choices = choicesIn(document);
  const put = (name: string, source: ProcedureSource | undefined): void => {
    const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    onChange(source ? { ...rest, [name]: source } : rest);
  };
  return (
    <div className={css.sources}>
      {names.map((name) => {
        const source = value[name];
        const fixed = source && 'value' in source ? source.value : undefined;
        const now = source === undefined ? '' : fixed !== undefined ? ':value' : JSON.stringify(source);
        const strange = now !== '' && now !== ':value' && !choices.some((one) => one.value === now);
        return (
          <div key={name} className={css.source}>
            <NativeSelect
              label={words(nameWords(name))}
              value={now}
              disabled={disabled}
              onChange={(event) => {
                const chosen = event.currentTarget.value;
                if (chosen === '') put(name, undefined);
                else put(name, chosen === ':value' ? { value: '' } : (JSON.parse(chosen) as ProcedureSource));
              }}
            >
              <option value="">{tool?.needs.includes(name) ? 'Choose …' : 'Left out'}</option>
              {strange && <option value={now}>As it is</option>}
              {choices.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
              <option value=":value">Always the same …</option>
            </NativeSelect>
            {fixed !== undefined && (
              <TextInput
                aria-label={`${words(nameWords(name))}, always`}
                value={String(fixed)}
                disabled={disabled}
                onChange={(event) => put(name, { value: typedAs(event.currentTarget.value) })}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function choicesIn({ slots }: ProcedureDocumentBody): { value: string; label: string }[] {
  const of = (kind: string): string[] => Object.keys(slots).filter((name) => slots[name]?.kind === kind);
  const found: { source: ProcedureSource; label: string }[] = [{ source: { words: 'wish' }, label: 'Their own words' }];
  for (const [name, { kind }] of Object.entries(slots)) {
    const label = `The answer to “${nameWords(name)}”`;
    if (kind !== 'lines' && kind !== 'variant') found.push({ source: { slot: name }, label });
    if (kind !== 'lines') continue;
    found.push({ source: { lines: name }, label });
    for (const reason of of('choice'))
      found.push({ source: { lines: name, reason }, label: `${label}, with “${nameWords(reason)}”` });
    for (const variant of of('variant')) {
      const both = `“${nameWords(variant)}” for “${nameWords(name)}”`;
      found.push({ source: { wanted: variant, lines: name }, label: `What is wanted: ${both}` });
      found.push({ source: { swap: variant, lines: name }, label: `Line by line: ${both}` });
    }
  }
  return found.map(({ source, label }) => ({ value: JSON.stringify(source), label }));
}

function typedAs(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
