/** On what terms pictures of people may be used, and what a run needs of them. */
@NullMarked
package io.mien.contracts.terms;

import org.jspecify.annotations.NullMarked;
