import { webcrypto } from 'node:crypto';

// Browsers have it, and Node.js 18 has it elsewhere.
globalThis.crypto ??= webcrypto as Crypto;
