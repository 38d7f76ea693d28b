package vn.sen.reporting.issuance.sign;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import vn.sen.reporting.issuance.IssuedReport.Signature;
import vn.sen.reporting.issuance.SigningNotSetUp;

/** Signs canonical JSON as a JWS in compact form, and checks such signatures. Thread-safe. */
public final class ReportSigner {

  private static final JOSEObjectType TYPE = new JOSEObjectType("sen-issued-report");
  private static final String CONTENT = "json";

  private final SigningKeys keys;

  public ReportSigner(SigningKeys keys) {
    this.keys = keys;
  }

  /** What a check of a signature comes to. */
  public enum Check {
    VALID,
    /** The document is not the one that was signed. */
    INVALID,
    /** The key is not among those of the service any more. */
    KEY_UNKNOWN
  }

  /**
   * Signs a document.
   *
   * @throws SigningNotSetUp if there is no key
   */
  public Signature sign(byte[] document) {
    var key = keys.first().orElseThrow(SigningNotSetUp::new);
    var header =
        new JWSHeader.Builder(JWSAlgorithm.EdDSA)
            .keyID(key.getKeyID())
            .type(TYPE)
            .contentType(CONTENT)
            .build()
            .toBase64URL()
            .toString();
    var value = Base64URL.encode(Ed25519.sign(key, input(header, document)));
    return new Signature(key.getKeyID(), header, value.toString());
  }

  /** Whether a document is the one that was signed. */
  public Check check(Signature signature, byte[] document) {
    var key = keys.find(signature.keyId());
    if (key.isEmpty()) {
      return Check.KEY_UNKNOWN;
    }
    var input = input(signature.header(), document);
    boolean valid =
        isOurs(signature)
            && Ed25519.verify(key.get(), input, new Base64URL(signature.value()).decode());
    return valid ? Check.VALID : Check.INVALID;
  }

  private static boolean isOurs(Signature signature) {
    try {
      var header = JWSHeader.parse(new Base64URL(signature.header()));
      return JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
          && signature.keyId().equals(header.getKeyID());
    } catch (ParseException e) {
      return false;
    }
  }

  /** The compact serialization: header, document and signature. */
  public static byte[] compact(Signature signature, byte[] document) {
    var text = signature.header() + "." + Base64URL.encode(document) + "." + signature.value();
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] input(String header, byte[] document) {
    return (header + "." + Base64URL.encode(document)).getBytes(StandardCharsets.US_ASCII);
  }
}
