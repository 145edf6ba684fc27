import fc from 'fast-check';

// On CI every run tries the same documents, so that a red run speaks of the change and not of the dice. On a
// developer's machine they are others every time: that is where the rare ones are found.
if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_123 });
