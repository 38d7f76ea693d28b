package vn.sen.benchmarks.gateway;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sen.benchmarks.server.Scratch;
import vn.sen.benchmarks.server.ServerProcess;

/** The peer of the gateway. */
final class Nginx {

  private Nginx() {}

  /** nginx in front of a service, passing on; null where it is not installed. */
  static @Nullable ServerProcess before(ServerProcess service, Scratch scratch) throws IOException {
    var program = program();
    if (program == null) {
      return null;
    }
    int port = ServerProcess.freePort();
    var folder = scratch.resolve("nginx");
    Files.createDirectories(folder);
    var configuration = folder.resolve("nginx.conf");
    Files.writeString(
        configuration,
        """
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          proxy_buffers 16 32k;
          keepalive_requests 1000000;
          upstream service { server %2$s; keepalive 64; }
          server {
            listen 127.0.0.1:%3$d;
            location / {
              proxy_pass http://service;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        }
        """
            .formatted(folder, service.address(), port));
    return ServerProcess.program(
        List.of(program, "-c", configuration.toString(), "-p", folder.toString()), port, scratch);
  }

  private static @Nullable String program() {
    var path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }
}
