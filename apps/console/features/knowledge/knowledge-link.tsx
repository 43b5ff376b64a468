import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Section } from '../../ui/section';

export function KnowledgeLink() {
  return (
    <Section
      title="Knowledge"
      lead="Articles that customers read and the AI answers from, and what was asked that none of them answers."
    >
      <Button component={Link} to="/knowledge" variant="default">
        Open the articles
      </Button>
    </Section>
  );
}
