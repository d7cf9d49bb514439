// What the bundler understands beyond TypeScript: stylesheets and pictures.
/// <reference types="vite/client" />
