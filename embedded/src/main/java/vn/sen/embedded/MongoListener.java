package vn.sen.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Listens for drivers. Two threads move bytes; each command runs on a virtual thread of its own, so
 * that a command that waits for others keeps nobody else from being read.
 */
final class MongoListener implements AutoCloseable {
  private static final int IO_THREADS = 2;

  private final EventLoopGroup io =
      new MultiThreadIoEventLoopGroup(
          IO_THREADS,
          Thread.ofPlatform().name("mongo-io-", 0).daemon().factory(),
          NioIoHandler.newFactory());
  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ExecutorService commands =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("mongo-command-", 0).factory());
  private final Channel server;

  MongoListener(MongoBackend backend, int port) {
    try {
      server =
          new ServerBootstrap()
              .group(io)
              .channel(NioServerSocketChannel.class)
              .childOption(ChannelOption.TCP_NODELAY, true)
              .childHandler(pipeline(backend))
              .bind(new InetSocketAddress("127.0.0.1", port))
              .syncUninterruptibly()
              .channel();
    } catch (RuntimeException e) {
      stopThreads();
      throw e;
    }
  }

  private ChannelInitializer<SocketChannel> pipeline(MongoBackend backend) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        clients.add(channel);
        channel
            .pipeline()
            .addLast(new MongoWireReplyEncoder())
            .addLast(new MongoWireMessageEncoder())
            .addLast(new MongoWireProtocolHandler())
            .addLast(new CommandHandler(backend, commands))
            .addLast(new MongoExceptionHandler());
      }
    };
  }

  int port() {
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /** Returns when the last command has ended. */
  @Override
  public void close() {
    server.close().syncUninterruptibly();
    clients.close().syncUninterruptibly();
    stopThreads();
  }

  private void stopThreads() {
    commands.close();
    io.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
