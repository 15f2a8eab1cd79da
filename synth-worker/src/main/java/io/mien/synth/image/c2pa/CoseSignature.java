package io.mien.synth.image.c2pa;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/**
 * COSE_Sign1 (RFC 9052) of a claim that stands elsewhere, with the signer's certificates in the
 * protected header (C2PA, sections 13.2 and 14.6).
 */
final class CoseSignature {

  private static final int ALGORITHM = 1;
  private static final int X5CHAIN = 33;

  private static final int TAG_18 = 0xD2;
  private static final int ARRAY_OF_4 = 0x84;
  private static final int EMPTY_MAP = 0xA0;
  private static final int NULL = 0xF6;

  private final SigningIdentity signer;
  private final byte[] header;

  CoseSignature(SigningIdentity signer) {
    this.signer = signer;
    List<byte[]> chain = signer.chain();
    this.header =
        Cbor.of(
            Map.of(
                ALGORITHM,
                signer.algorithm().coseId(),
                X5CHAIN,
                chain.size() == 1 ? chain.get(0) : chain));
  }

  byte[] of(byte[] claim) {
    return message(signer.sign(Cbor.of(List.of("Signature1", header, new byte[0], claim))));
  }

  /** As long as any other, for measuring. */
  byte[] blank() {
    return message(new byte[signer.algorithm().size()]);
  }

  private byte[] message(byte[] signature) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(TAG_18);
    message.write(ARRAY_OF_4);
    message.writeBytes(Cbor.of(header));
    message.write(EMPTY_MAP);
    message.write(NULL);
    message.writeBytes(Cbor.of(signature));
    return message.toByteArray();
  }
}
