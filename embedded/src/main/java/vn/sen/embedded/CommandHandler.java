package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what one driver's connection asks. Its log names commands, never what is in them. */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {
  private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);
  private static final AtomicInteger ANSWERS = new AtomicInteger();
  private static final int INTERNAL_ERROR = 1;

  private final MongoBackend backend;
  private final Executor commands;

  CommandHandler(MongoBackend backend, Executor commands) {
    this.backend = backend;
    this.commands = commands;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    backend.handleClose(context.channel());
    super.channelInactive(context);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    commands.execute(() -> context.channel().writeAndFlush(answer(context.channel(), request)));
  }

  private Object answer(Channel channel, ClientRequest request) {
    MessageHeader header =
        new MessageHeader(ANSWERS.incrementAndGet(), request.getHeader().getRequestID());
    return switch (request) {
      case MongoMessage message -> {
        String command = message.getDocument().keySet().iterator().next();
        Document answer = guarded(command, () -> backend.handleMessage(message));
        yield new MongoMessage(channel, header, answer);
      }
      case MongoQuery query -> new MongoReply(header, greeting(channel, query));
      default -> throw new IllegalStateException("Unknown request " + request.getClass());
    };
  }

  /** Drivers use the old form of a query for their first words only. */
  private Document greeting(Channel channel, MongoQuery query) {
    Document wrapped = query.getQuery();
    Document command = wrapped.get("$query") instanceof Document inner ? inner : wrapped;
    String name = command.keySet().iterator().next();
    return guarded(
        name, () -> backend.handleCommand(channel, query.getDatabaseName(), name, command));
  }

  private static Document guarded(String command, Supplier<Document> work) {
    try {
      return work.get();
    } catch (MongoServerError e) {
      log.debug("{} failed with code {}", command, e.getCode());
      return failed(e.getMessageWithoutErrorCode(), e.getCode(), e.getCodeName());
    } catch (MongoServerException e) {
      log.warn("{} failed", command);
      return failed(e.getMessageWithoutErrorCode(), INTERNAL_ERROR, "InternalError");
    } catch (RuntimeException e) {
      log.error("{} failed", command, e);
      return failed("Unknown error: " + e, INTERNAL_ERROR, "InternalError");
    }
  }

  private static Document failed(String message, int code, String codeName) {
    Document answer = new Document("ok", 0).append("errmsg", message).append("code", code);
    answer.putIfNotNull("codeName", codeName);
    return answer;
  }
}
