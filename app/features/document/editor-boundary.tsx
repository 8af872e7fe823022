import { Component, type ReactNode } from "react";

interface EditorBoundaryProps {
  /** What stands there instead when the editor falls over. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps an editor that falls over from taking the whole page with it. Nothing is lost: the text is on the server. */
export class EditorBoundary extends Component<EditorBoundaryProps, { fell: boolean }> {
  override state = { fell: false };

  static getDerivedStateFromError() {
    return { fell: true };
  }

  override render(): ReactNode {
    return this.state.fell ? this.props.fallback : this.props.children;
  }
}
