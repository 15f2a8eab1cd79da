package io.mien.contracts.rest;

import java.net.URI;
import java.util.List;

/** Links to put parts of an upload, by a plain HTTP PUT each. */
public record UploadLinks(List<Link> links) {

  /** Most numbers in one request. */
  public static final int MOST = 100;

  public UploadLinks {
    links = List.copyOf(links);
  }

  /** For one part. */
  public record Link(int number, URI url) {}

  /**
   * Body of {@code POST /v1/uploads/{id}/links}.
   *
   * @param numbers of parts, from 1
   */
  public record Request(List<Integer> numbers) {}
}
