import { describe, expect, it } from 'vitest';
import { commandLine, foldCommand } from '../../src/questions/command-line.ts';

describe('commandLine', () => {
  it('names what the case holds in the order of the contract', () => {
    const raw = {
      on: '2026-11-22',
      family: [
        { relation: 'child', born: '2020-02-01' },
        { relation: 'spouse', born: '1990-01-01', income: true },
      ],
      jobEnd: '2026-10-01',
      domestic: true,
      income: false,
      reason: 'employment',
      procedure: 'renewal',
    };
    expect(commandLine(raw, ['--lang', 'it', '--rules', "Anna's rules"]).join(' ')).toBe(
      "permesso check --procedure renewal --reason employment --domestic --job-end 2026-10-01 --family child:2020-02-01 --family spouse:1990-01-01:income --on 2026-11-22 --lang it --rules 'Anna'\\''s rules'",
    );
  });
});

describe('foldCommand', () => {
  const parts = commandLine({ procedure: 'first-issue', reason: 'study', months: 12, citizenship: 'IN' });

  it('is one line where there is room', () => {
    expect(foldCommand(parts, Infinity).split('\n')).toHaveLength(1);
  });

  it('goes on after the sign of the shell where there is not', () => {
    const folded = foldCommand(parts, 40);
    expect(Math.max(...folded.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
    expect(folded.replaceAll(' \\\n  ', ' ')).toBe(parts.join(' '));
  });
});
