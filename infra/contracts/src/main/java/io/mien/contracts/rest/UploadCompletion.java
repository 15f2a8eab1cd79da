package io.mien.contracts.rest;

/**
 * Body of {@code POST /v1/uploads/{id}/completion}: what the archive must be.
 *
 * @param bytes size of the whole
 * @param sha256 of the whole, in lower-case hexadecimal
 */
public record UploadCompletion(long bytes, String sha256) {}
