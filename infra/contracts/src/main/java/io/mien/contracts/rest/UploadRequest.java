package io.mien.contracts.rest;

/**
 * Body of {@code POST /v1/uploads}: an archive is going to come.
 *
 * @param name of the archive, such as {@code faces.zip}
 * @param bytes how many it has, or at least about how many
 * @param fingerprint by which the client knows it again: an upload of the same client and
 *     fingerprint that was not given up is the answer instead of a new one
 */
public record UploadRequest(String name, long bytes, String fingerprint) {}
