import { Tooltip } from '@mantine/core';
import type { EvidenceSourceBody, EvidenceSpanBody } from '@satchel/contracts';
import { useMemo } from 'react';
import { words } from '../../lib/format';
import { hasLink, Linked, TextBlock } from '../../ui/plain-text';
import css from './ai.module.css';
import { type Piece, proofPieces } from './proof-pieces';

/** What the AI wrote; each proven piece is underlined with dots and tells on hover or focus what it rests on. */
export function ProvenText({ text, spans }: { text: string; spans: readonly EvidenceSpanBody[] }) {
  const pieces = useMemo(() => proofPieces(text, spans), [text, spans]);
  return (
    <TextBlock>
      {pieces.map((piece, index) =>
        piece.proofs.length > 0 ? <Proven key={index} piece={piece} /> : <Linked key={index} text={piece.text} />,
      )}
    </TextBlock>
  );
}

function Proven({ piece: { text, proofs } }: { piece: Piece }) {
  return (
    <Tooltip
      multiline
      maw={340}
      events={{ hover: true, focus: true, touch: true }}
      label={proofs.map((proof, index) => (
        <Proof key={index} proof={proof} />
      ))}
    >
      {/* A link within is reached by itself. */}
      <span className={css.proven} tabIndex={hasLink(text) ? undefined : 0}>
        <Linked text={text} />
      </span>
    </Tooltip>
  );
}

function Proof({ proof: { label, value, tool } }: { proof: EvidenceSourceBody }) {
  return (
    <span className={css.proof}>
      <strong>{label}</strong>
      <span className={css.proofValue}>{value}</span>
      <span>Source: {words(tool).toLowerCase()}</span>
    </span>
  );
}
