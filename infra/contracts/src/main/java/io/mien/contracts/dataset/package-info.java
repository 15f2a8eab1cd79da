/**
 * The shape of a prepared dataset: crops, splits, rejections and the manifest that makes them
 * visible.
 */
@NullMarked
package io.mien.contracts.dataset;

import org.jspecify.annotations.NullMarked;
