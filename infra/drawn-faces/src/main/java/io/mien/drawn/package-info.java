/**
 * A face dataset that we own: people who never existed, drawn from a seed, with exact labels. Every
 * picture is a pure function of its parameters.
 */
@NullMarked
package io.mien.drawn;

import org.jspecify.annotations.NullMarked;
