/** Generated crops in the form in which somebody asked for them. */
@NullMarked
package io.mien.synth.form;

import org.jspecify.annotations.NullMarked;
