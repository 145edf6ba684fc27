import { useEffect, useState } from 'react';
import type { Source } from '../../shared/article/source';
import type { DocumentState } from '../../shared/ipc/desk-entries';
import { standfirst } from '../bridge/standfirst';

/**
 * Whether the stored copy of a documentary source is still what was stored; null while that is not known, and for a
 * source without a copy.
 */
export function useDocumentState(
  source: Pick<Source, 'kind' | 'file' | 'sha256'> | null,
): DocumentState | null {
  const [known, setKnown] = useState<{ readonly of: string; readonly state: DocumentState } | null>(null);
  const isDocument = source?.kind === 'document' && source.file !== '';
  const [file, sha256] = isDocument ? [source.file, source.sha256] : ['', ''];
  useEffect(() => {
    if (file === '') return;
    let stopped = false;
    void standfirst.sources.verifyDocument({ file, sha256 }).then((answer) => {
      if (!stopped && answer.ok) setKnown({ of: `${file} ${sha256}`, state: answer.value });
    });
    return () => {
      stopped = true;
    };
  }, [file, sha256]);
  return known?.of === `${file} ${sha256}` ? known.state : null;
}
