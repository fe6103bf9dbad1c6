import eslint from "@eslint/js";
import astro from "eslint-plugin-astro";
import { defineConfig } from "eslint/config";
import typescript from "typescript-eslint";
import { readerWords } from "./test/lint/reader-words.ts";

export default defineConfig(
  { ignores: [".astro/", ".cache/", "dist/", "**/fixtures/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  typescript.configs.recommended,
  astro.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    rules: {
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration",
          message: "Export by name, so that the name is the same everywhere.",
        },
      ],
    },
  },
  {
    // What speaks to reporters and publishers does so in English, whatever the site's language.
    files: ["src/**/*.{ts,astro}"],
    ignores: [
      ...["**/*.test.ts", "src/language/**"],
      ...["src/{cli,load,diagnostics,outcomes,story}/**", "src/publish/{hosts,output}/**"],
    ],
    plugins: { site: { rules: { "reader-words": readerWords } } },
    rules: { "site/reader-words": "error" },
  },
  {
    files: ["*.config.*", "**/*.astro", "**/*.d.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { process: "readonly", URL: "readonly", console: "readonly" } },
  },
);
