package io.mien.ingest.pack;

import java.nio.file.Path;

/**
 * One picture of a contact sheet.
 *
 * @param picture crop or source file; one that cannot be decoded is shown as an empty tile
 * @param caption a word or two below it
 */
public record SheetTile(Path picture, String caption) {}
