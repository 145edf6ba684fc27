import { test as base } from '@playwright/test';
import { electronExecutable, type LaunchOptions, StandfirstApp } from './app';

export { expect } from '@playwright/test';

/** Starts the app; everything it made is removed when the test ends. */
export type Launch = (options?: LaunchOptions) => Promise<StandfirstApp>;

/** Playwright's `test` with `launch`: `const app = await launch({ articles: [story] })`. */
export const test = base.extend<{ executable: string; launch: Launch }>({
  executable: [electronExecutable(), { option: true }],
  launch: async ({ executable }, use, info) => {
    const started: StandfirstApp[] = [];
    await use(async (options) => {
      const app = new StandfirstApp(executable, options ?? {});
      started.push(app);
      await app.start();
      return app;
    });
    for (const app of started) {
      if (info.status !== info.expectedStatus) {
        await info.attach('problems of the page', { body: app.problems.join('\n') });
        const picture = await app.picture();
        if (picture) await info.attach('window', { body: picture, contentType: 'image/png' });
      }
      await app.dispose();
    }
  },
});
