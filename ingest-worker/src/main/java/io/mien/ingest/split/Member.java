package io.mien.ingest.split;

/** A crop as far as splitting is concerned. */
public record Member(String subject, String label) {}
