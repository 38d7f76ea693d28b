package vn.sen.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Set;

/**
 * Documents as they are kept: BSON bytes. Each reader decodes its own copy, so that no change of
 * one command can be seen half-done by another.
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

  /** Decodes only some of the fields, and steps over the others. */
  static Document decode(byte[] bytes, Set<String> fields) {
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    in.skipBytes(Integer.BYTES);
    Document document = new Document();
    for (byte type = in.readByte(); type != BsonConstants.TERMINATING_BYTE; type = in.readByte()) {
      String name = BsonDecoder.decodeCString(in);
      int length = fields.contains(name) ? -1 : lengthOf(type, in);
      if (length < 0) {
        document.put(name, BsonDecoder.decodeValue(type, in));
      } else {
        in.skipBytes(length);
      }
    }
    return document;
  }

  /** Bytes of the value that follows; negative where only decoding tells. */
  private static int lengthOf(byte type, ByteBuf in) {
    return switch (type) {
      case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
          in.getIntLE(in.readerIndex());
      case BsonConstants.TYPE_UTF8_STRING -> Integer.BYTES + in.getIntLE(in.readerIndex());
      case BsonConstants.TYPE_DATA -> Integer.BYTES + 1 + in.getIntLE(in.readerIndex());
      case BsonConstants.TYPE_INT64, BsonConstants.TYPE_UTC_DATETIME, BsonConstants.TYPE_DOUBLE ->
          Long.BYTES;
      case BsonConstants.TYPE_INT32 -> Integer.BYTES;
      case BsonConstants.TYPE_BOOLEAN -> 1;
      default -> -1;
    };
  }
}
