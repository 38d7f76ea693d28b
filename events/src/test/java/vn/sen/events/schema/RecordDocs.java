package vn.sen.events.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say about the event records: descriptions are written once, as Javadoc. */
final class RecordDocs {

  /** The comment of one type. */
  record Doc(String text, Map<String, String> components) {
    static final Doc NONE = new Doc("", Map.of());
  }

  private final Map<String, Doc> byClass = new HashMap<>();

  RecordDocs(Path sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = Files.walk(sources);
        var manager = compiler.getStandardFileManager(null, null, null)) {
      var java = files.filter(f -> f.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(java));
      var trees = DocTrees.instance(task);
      for (var unit : task.parse()) {
        new Types(trees, unit).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Doc of(Class<?> type) {
    return byClass.getOrDefault(type.getName(), Doc.NONE);
  }

  private final class Types extends TreePathScanner<@Nullable Void, @Nullable String> {
    private final DocTrees trees;
    private final CompilationUnitTree unit;

    Types(DocTrees trees, CompilationUnitTree unit) {
      this.trees = trees;
      this.unit = unit;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable String outer) {
      var name =
          outer == null
              ? unit.getPackageName() + "." + type.getSimpleName()
              : outer + "$" + type.getSimpleName();
      var comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        byClass.put(name, doc(comment));
      }
      return super.visitClass(type, name);
    }
  }

  private static Doc doc(DocCommentTree comment) {
    var components = new HashMap<String, String>();
    for (var tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree param) {
        components.put(param.getName().toString(), text(param.getDescription()));
      }
    }
    return new Doc(text(comment.getFullBody()), components);
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream()
        .map(
            part ->
                switch (part) {
                  case TextTree plain -> plain.getBody();
                  case LiteralTree code -> code.getBody().getBody();
                  case LinkTree link -> link.getReference().getSignature();
                  default -> part.toString().startsWith("<") ? " " : part.toString();
                })
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }
}
