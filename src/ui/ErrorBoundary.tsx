/** Keeps a failing part from taking the page with it. */
import { Component } from 'react';

interface Props {
  /** What is shown instead; `retry` draws the children again. */
  readonly renderFallback: (error: Error, retry: () => void) => React.ReactNode;
  readonly children: React.ReactNode;
}

interface State {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return this.props.renderFallback(error, () => this.setState({ error: null }));
  }
}
