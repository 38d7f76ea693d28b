package vn.sen.reporting.issuance.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sen.reporting.issuance.IssuedReport.Signature;
import vn.sen.reporting.issuance.SigningNotSetUp;
import vn.sen.reporting.issuance.sign.ReportSigner.Check;

class ReportSignerTest {

  private static final byte[] DOCUMENT = "{\"number\":\"54/2026/BC-HPN/0001\"}".getBytes(UTF_8);
  private static final OctetKeyPair OLD = SigningKeys.generate("2025");
  private static final OctetKeyPair NEW = SigningKeys.generate("2026");

  private static SigningKeys keys(JWK... keys) {
    return SigningKeys.of(new JWKSet(List.of(keys)), false);
  }

  private final ReportSigner signer = new ReportSigner(keys(NEW, OLD.toPublicJWK()));

  @Test
  void whatWasSignedIsValid() {
    assertThat(signer.check(signer.sign(DOCUMENT), DOCUMENT)).isEqualTo(Check.VALID);
  }

  @Test
  void whatWasChangedIsNot() {
    var signature = signer.sign(DOCUMENT);
    for (int i = 0; i < DOCUMENT.length; i++) {
      var changed = DOCUMENT.clone();
      changed[i] ^= 1;
      assertThat(signer.check(signature, changed)).as("byte " + i).isEqualTo(Check.INVALID);
    }
  }

  @Test
  void aKeyThatIsNotUsedAnyMoreStillChecks() {
    var signature = new ReportSigner(keys(OLD)).sign(DOCUMENT);
    assertThat(signer.check(signature, DOCUMENT)).isEqualTo(Check.VALID);
    assertThat(new ReportSigner(keys(NEW)).check(signature, DOCUMENT)).isEqualTo(Check.KEY_UNKNOWN);
  }

  @Test
  void aSignatureOfAnotherKeyUnderThisNameIsNone() {
    var impostor = new ReportSigner(keys(SigningKeys.generate("2026")));
    assertThat(signer.check(impostor.sign(DOCUMENT), DOCUMENT)).isEqualTo(Check.INVALID);
  }

  @Test
  void aHeaderThatNamesNoAlgorithmOrAnotherOneIsNone() {
    var signature = signer.sign(DOCUMENT);
    for (var header : List.of("{\"alg\":\"none\",\"kid\":\"2026\"}", "{\"kid\":\"2026\"}", "x")) {
      var other = new Signature("2026", Base64URL.encode(header).toString(), signature.value());
      assertThat(signer.check(other, DOCUMENT)).isEqualTo(Check.INVALID);
    }
    assertThat(signer.check(new Signature("2026", signature.header(), "AAAA"), DOCUMENT))
        .isEqualTo(Check.INVALID);
  }

  @Test
  void isAJwsThatOthersRead() throws ParseException {
    var jws = new String(ReportSigner.compact(signer.sign(DOCUMENT), DOCUMENT), US_ASCII);
    var read = JWSObject.parse(jws);
    assertThat(read.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
    assertThat(read.getHeader().getKeyID()).isEqualTo("2026");
    assertThat(read.getPayload().toBytes()).isEqualTo(DOCUMENT);
  }

  /** The example of RFC 8037, appendix A. */
  @Test
  void signsAsOthersDo() throws ParseException {
    var key =
        OctetKeyPair.parse(
            """
            {"kty":"OKP","crv":"Ed25519",
             "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
             "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
            """);
    var input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".getBytes(US_ASCII);
    var signature =
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    assertThat(Base64URL.encode(Ed25519.sign(key, input))).hasToString(signature);
    assertThat(Ed25519.verify(key, input, new Base64URL(signature).decode())).isTrue();
  }

  @Nested
  class Keys {

    @TempDir Path folder;

    @Test
    void arePublishedWithoutTheirPrivatePart() throws ParseException {
      var published = JWKSet.parse(keys(NEW, OLD).published());
      assertThat(published.getKeys()).extracting(JWK::getKeyID).containsExactly("2026", "2025");
      assertThat(published.getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void areMadeOnADevelopersMachineAndNowhereElse() {
      var file = folder.resolve("secrets/issuance-keys.json");
      assertThatThrownBy(() -> SigningKeys.read(file, false))
          .isInstanceOf(IllegalStateException.class);
      var made = SigningKeys.read(file, true);
      assertThat(Files.isReadable(file)).isTrue();
      assertThat(SigningKeys.read(file, true).published()).isEqualTo(made.published());
      assertThatThrownBy(() -> SigningKeys.read(file, false))
          .hasMessageContaining("made for development");
    }

    @Test
    void cannotSignWithThePublicPartOnly() {
      assertThatThrownBy(() -> keys(NEW.toPublicJWK())).hasMessageContaining("private part");
    }

    @Test
    void areNeededToSign() {
      var without = new ReportSigner(SigningKeys.none());
      assertThatThrownBy(() -> without.sign(DOCUMENT)).isInstanceOf(SigningNotSetUp.class);
    }
  }
}
