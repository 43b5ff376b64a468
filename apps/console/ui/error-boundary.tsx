import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Empty } from './empty';
import { IconAlertTriangle } from './icons';

/** One broken panel must not take the others with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty
        icon={<IconAlertTriangle size={26} />}
        title="This part of the page stopped working"
        action={<Button onClick={() => this.setState({ broken: false })}>Show it again</Button>}
      >
        Your messages and drafts are safe on the server.
      </Empty>
    );
  }
}
