/** A page that is opened begins at its top. */
import { useEffect } from 'react';

export function useTop(): void {
  useEffect(() => {
    // In braces: newer browsers return a promise here, which must not become the effect's cleanup.
    scrollTo({ top: 0, behavior: 'instant' });
  }, []);
}
