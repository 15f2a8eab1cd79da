/**
 * Drawing tools that know nothing of faces: colours, soft spots, curves, dice, the camera's lens.
 */
@NullMarked
package io.mien.drawn.paint;

import org.jspecify.annotations.NullMarked;
