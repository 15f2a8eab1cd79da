package io.mien.ingest.source.archive;

import io.mien.contracts.dataset.Rejection;

/**
 * Why a member of an archive is not read.
 *
 * @param detail for a person
 */
record Refusal(Rejection.Code code, String detail) {}
