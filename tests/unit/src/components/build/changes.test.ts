import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../../../src/components/build/changes.ts';

describe('the changes', () => {
  it('are the points of all lists, each with its release and what it is about', () => {
    const changelog = `# Changelog

What a reader notices.

## [Unreleased]

### Added

Chapters

- _With an encoder_: beside [PCA](pca.md), with
  \`npm run train\`.
- Another.

### Fixed

- A word.

## [0.1.0] - 2026-12-01

### Added

- The first.
`;
    expect(changesOf(changelog)).toEqual([
      { release: 'Unreleased', about: 'Chapters', text: 'With an encoder: beside PCA, with npm run train.' },
      { release: 'Unreleased', about: 'Chapters', text: 'Another.' },
      { release: 'Unreleased', about: 'Fixed', text: 'A word.' },
      { release: '0.1.0', about: 'Added', text: 'The first.' },
    ]);
  });

  it('are all in the changelog of the project, none without words', () => {
    const changelog = readFileSync('CHANGELOG.md', 'utf8');
    const changes = changesOf(changelog);
    expect(changes).toHaveLength(changelog.match(/^- /gm)?.length ?? 0);
    expect(changes.filter(({ release, about, text }) => !release || !about || /^-|\n|`/.test(text))).toEqual(
      [],
    );
  });
});
