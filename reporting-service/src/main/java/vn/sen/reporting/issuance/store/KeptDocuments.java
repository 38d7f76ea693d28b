package vn.sen.reporting.issuance.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import vn.sen.reporting.issuance.ReportTooLarge;

/** Keeps files under the hash of what is in them: what is kept once is never changed. */
public final class KeptDocuments {

  private static final String BYTES = "bytes";

  /** The database takes 16 MB in one document. */
  private static final int LARGEST = 15 << 20;

  private final MongoCollection<Document> collection;

  public KeptDocuments(MongoDatabase database) {
    this.collection = database.getCollection("issued_documents");
  }

  /** The hash under which something is kept, in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /**
   * Keeps a file, durably, and again without harm.
   *
   * @return its hash
   * @throws ReportTooLarge if the database would not take it
   */
  public String keep(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new ReportTooLarge();
    }
    var hash = sha256(bytes);
    collection.updateOne(
        Filters.eq("_id", hash),
        Updates.setOnInsert(BYTES, new Binary(bytes)),
        new UpdateOptions().upsert(true));
    return hash;
  }

  /** What is kept under a hash. */
  public Optional<byte[]> find(String hash) {
    return Optional.ofNullable(collection.find(Filters.eq("_id", hash)).first())
        .map(document -> document.get(BYTES, Binary.class).getData());
  }
}
