/**
 * Signed provenance inside an image: a manifest of C2PA 2.2 (<a
 * href="https://spec.c2pa.org/specifications/specifications/2.2/specs/C2PA_Specification.html">specification</a>)
 * in JUMBF boxes (ISO 19566-5), signed with COSE (RFC 9052). Written by hand, since the only
 * libraries on Maven Central are Android's: infra/docs/adr/0020.
 */
@NullMarked
package io.mien.synth.image.c2pa;

import org.jspecify.annotations.NullMarked;
