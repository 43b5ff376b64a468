import { UnstyledButton } from '@mantine/core';
import type { AiTurnBody, ToolCallBody } from '@satchel/contracts';
import { useState } from 'react';
import { words } from '../../lib/format';
import { IconAlertTriangle, IconCheck, IconTool } from '../../ui/icons';
import css from './ai.module.css';
import { Verdict } from './verdict';

/** What a text of the AI rests on: facts and where each was read, why it acted so, and what it called. */
export function Evidence({ turn }: { turn: AiTurnBody }) {
  return (
    <div className={css.evidence}>
      {turn.evidence.length > 0 && (
        <dl className={css.facts}>
          {turn.evidence.map((fact, index) => (
            <div key={index} className={css.fact}>
              <dt>{fact.label}</dt>
              <dd>
                {fact.value} <span className={css.source}>{fact.source}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={css.reason}>
        {turn.reason}
        {turn.intent && <span className={css.source}>{words(turn.intent)}</span>}
      </p>
      <ToolCalls calls={turn.toolCalls} turn={turn} />
    </div>
  );
}

function ToolCalls({ calls, turn }: { calls: ToolCallBody[]; turn: AiTurnBody }) {
  const [open, setOpen] = useState(false);
  if (calls.length === 0) return null;
  return (
    <div>
      <UnstyledButton className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconTool size={13} /> {open ? 'Hide' : 'Show'}{' '}
        {calls.length === 1 ? 'the look-up' : `${calls.length} look-ups`}
      </UnstyledButton>
      {open && (
        <ol className={css.calls}>
          {calls.map((call, index) => (
            <li key={index}>
              {call.ok ? <IconCheck size={13} /> : <IconAlertTriangle size={13} />}
              <span>
                <code>{call.tool}</code> {call.summary}
              </span>
              <span className={css.ms}>{call.ms} ms</span>
            </li>
          ))}
          <li className={css.brain}>
            Answered by {turn.brain}
            {turn.latencyMs !== null && ` in ${turn.latencyMs} ms`}
          </li>
        </ol>
      )}
    </div>
  );
}

/** Under a reply that the AI sent by itself. */
export function EvidenceOnDemand({ turn }: { turn: AiTurnBody }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={css.onDemand}>
      <div className={css.row}>
        <UnstyledButton className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide why' : 'Why?'}
        </UnstyledButton>
        <Verdict turn={turn} />
      </div>
      {open && <Evidence turn={turn} />}
    </div>
  );
}
