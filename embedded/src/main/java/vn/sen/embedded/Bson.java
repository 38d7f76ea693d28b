package vn.sen.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Documents as they are kept: BSON bytes. Each reader decodes its own copy, so that no change of one
 * command can be seen half-done by another.
 */
final class Bson {
  private static final int TOO_LARGE = 10334;
  private static final int TYPICAL_SIZE = 1024;

  private Bson() {}

  /** Fails as MongoDB does for a document of more than 16 MB. */
  static byte[] encode(Document document) {
    ByteBuf out = Unpooled.buffer(TYPICAL_SIZE);
    BsonEncoder.encodeDocument(document, out);
    if (out.readableBytes() > BsonConstants.MAX_BSON_OBJECT_SIZE) {
      throw new MongoServerError(
          TOO_LARGE, "BSONObjectTooLarge", "Document of " + out.readableBytes() + " bytes");
    }
    return ByteBufUtil.getBytes(out);
  }

  static Document decode(byte[] bytes) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
  }
}
