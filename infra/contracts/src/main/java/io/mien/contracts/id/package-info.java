/** Identifiers as types. Ids made by Mien are UUIDv7, so that they sort by age. */
@NullMarked
package io.mien.contracts.id;

import org.jspecify.annotations.NullMarked;
