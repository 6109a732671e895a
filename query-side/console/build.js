// What Maven calls: `node build.js install|build|test`. A step whose input has not changed since it
// last succeeded is not repeated.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const lock = ['package-lock.json'];
const everything = [
    'api',
    'src',
    'public',
    'index.html',
    'eslint.config.js',
    '.prettierrc.json',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
];

const steps = {
    install: { input: lock, done: 'node_modules/.docket', run: ['ci'] },
    build: { input: everything, done: '../target/classes/console/.built', run: ['run', 'build'] },
    test: { input: everything, done: '../target/console-tested', run: ['test'] },
};

const generated = join('src', 'api');

function filesOf(path) {
    if (path === generated) {
        return [];
    }
    return statSync(path).isDirectory()
        ? readdirSync(path)
              .sort()
              .flatMap((name) => filesOf(join(path, name)))
        : [path];
}

const { input, done, run } = steps[process.argv[2]];
const hash = createHash('sha256');
for (const file of input.flatMap(filesOf)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
}
const mark = hash.digest('hex');
if (!existsSync(done) || readFileSync(done, 'utf8') !== mark) {
    execFileSync('npm', run, { stdio: 'inherit' });
    mkdirSync(dirname(done), { recursive: true });
    writeFileSync(done, mark);
}
