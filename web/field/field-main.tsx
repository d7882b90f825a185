document.title = "Arpent";
