// Runs before each test file: what another one has chosen on this page (language, theme, searches) is not chosen here.
localStorage.clear();
sessionStorage.clear();
