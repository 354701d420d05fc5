// Catches what breaks while drawing, and offers a way on.
import { Component, type ReactNode } from 'react';
import { FatalScreen } from './fatal-screen.tsx';

interface Props {
  onError: (message: string) => void;
  children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(thrown: unknown): { message: string } {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override componentDidCatch(thrown: unknown): void {
    this.props.onError(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  }

  override render(): ReactNode {
    return this.state.message === null ? this.props.children : <FatalScreen message={this.state.message} />;
  }
}
