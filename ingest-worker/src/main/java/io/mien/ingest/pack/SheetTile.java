package io.mien.ingest.pack;

import io.mien.ingest.image.PictureContent;

/**
 * One picture of a contact sheet.
 *
 * @param picture crop or source file; one that cannot be decoded is shown as an empty tile
 * @param caption a word or two below it
 */
public record SheetTile(PictureContent picture, String caption) {}
