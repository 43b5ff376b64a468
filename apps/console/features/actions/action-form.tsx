import type { ActionBody, ActionPreviewBody } from '@satchel/contracts';
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { actionQuery } from '../../lib/queries';
import { AddressForm } from './address-form';
import { Review } from './review';
import { RefundFormFields } from './refund-form';
import { ReturnFormFields } from './return-form';
import { SchemaFormFields } from './schema-form-fields';
import { type ActionArgs, givenArgs, scopeOf, type Subject } from './subject';

interface Props {
  action: ActionBody;
  subject: Subject;
  /** Arguments that an offer or a suggestion brought along. */
  given: ActionArgs;
  sending: boolean;
  error: Error | null;
  onAsk: (args: ActionArgs, preview: ActionPreviewBody) => void;
  onFollow: (action: string, args: ActionArgs) => void;
  onClose: () => void;
}

/** Orders have lines, amounts and addresses, and so forms of their own; all else is drawn from its schema. */
export function ActionForm({ action, subject, given, ...footer }: Props) {
  const { order } = subject;
  const review = (args: ActionArgs | null, name = action.name) => (
    <Review action={action} name={name} subject={subject} args={args} {...footer} />
  );
  if (order && action.name === 'refund')
    return (
      <RefundFormFields order={order} given={given}>
        {review}
      </RefundFormFields>
    );
  if (order && action.name === 'start_return')
    return (
      <ReturnFormFields order={order} schema={action.arguments} given={given}>
        {review}
      </ReturnFormFields>
    );
  if (order && action.name === 'change_address')
    return (
      <AddressForm order={order} given={given}>
        {review}
      </AddressForm>
    );
  const schemaForm = (schema: object) => (
    <SchemaFormFields
      schema={schema}
      given={{ ...givenArgs(subject), ...given }}
      currency={order?.total.currency ?? subject.subscription?.price.currency ?? null}
    >
      {review}
    </SchemaFormFields>
  );
  if (!action.choices) return schemaForm(action.arguments);
  return (
    <WithChoices action={action} subject={subject}>
      {schemaForm}
    </WithChoices>
  );
}

/** Waits for what is chosen from; where that cannot be read, it is typed. */
function WithChoices({
  action,
  subject,
  children,
}: Pick<Props, 'action' | 'subject'> & { children: (schema: object) => ReactNode }) {
  const { data, isPending } = useQuery({ ...actionQuery(action.name, scopeOf(subject)), retry: false });
  if (isPending) return <Loader size="sm" aria-label="Reading what can be chosen" />;
  return children((data ?? action).arguments);
}
