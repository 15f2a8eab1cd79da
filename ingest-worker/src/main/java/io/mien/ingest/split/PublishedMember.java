package io.mien.ingest.split;

import io.mien.contracts.dataset.Split;
import org.jspecify.annotations.Nullable;

/**
 * A crop and the official part in which its dataset has it.
 *
 * @param part null when the dataset does not tell
 */
public record PublishedMember(Member member, @Nullable Split part) {}
