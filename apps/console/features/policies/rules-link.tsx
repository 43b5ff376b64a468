import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Section } from '../../ui/section';

/** From the settings to the rules: too many figures to stand between other things. */
export function RulesLink() {
  return (
    <Section
      title="Rules for actions"
      lead="Refunds, returns, discounts, points: what people and the AI may do by themselves, and what needs a yes."
    >
      <Button component={Link} to="/settings/rules" variant="default">
        Read the rules
      </Button>
    </Section>
  );
}
