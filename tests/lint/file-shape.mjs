// Lint rule: a file's name is kebab-case and its first line is a comment that says what the file is for.
import path from 'node:path';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

/** @typedef {Omit<import('@typescript-eslint/utils').TSESLint.RuleModule<'name' | 'purpose'>, 'defaultOptions'>} Rule */

export const fileShape = /** @satisfies {Rule} */ ({
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      name: 'File names are kebab-case: {{name}}',
      purpose: 'The first line of a file is a comment: one sentence that says what the file is for',
    },
  },
  create(context) {
    return {
      Program(node) {
        const name = path.basename(context.filename);
        const loc = { line: 1, column: 0 };
        if (!kebabCase.test(name)) context.report({ node, loc, messageId: 'name', data: { name } });
        const first = context.sourceCode.getAllComments().find((comment) => comment.value.trim() !== '');
        const line = first?.loc.start.line ?? Infinity;
        const hasShebang = context.sourceCode.text.startsWith('#!');
        if (line !== (hasShebang ? 2 : 1)) context.report({ node, loc, messageId: 'purpose' });
      },
    };
  },
});
