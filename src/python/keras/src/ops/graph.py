"""Finds the operations between symbolic inputs and outputs and orders them by depth; running them is left to function.py."""

import collections


def make_node_key(op, node_index):
    """A name for one call of one operation."""
    return f"{id(op)}_ib-{node_index}"


def build_map(inputs, outputs):
    """(nodes from inputs to outputs in the order they can run, the order in which operations were met from the outputs)."""
    finished, in_progress = set(), set()
    nodes, operation_indices = [], {}
    input_ids = {id(x) for x in inputs}

    def visit(tensor):
        history = tensor._keras_history
        operation = history.operation
        if not operation:
            return
        node = operation._inbound_nodes[history.node_index]
        if node in finished:
            return
        if not node.is_input and id(tensor) in input_ids:
            # A tensor in the middle of another graph serves as an input: what made it isn't ours.
            finished.add(node)
            return
        if node in in_progress:
            raise ValueError(f"Tensor {tensor} from operation '{operation.name}' is part of a cycle.")
        operation_indices.setdefault(operation, len(operation_indices))
        in_progress.add(node)
        if not node.is_input:
            for input_tensor in node.input_tensors:
                visit(input_tensor)
        finished.add(node)
        in_progress.remove(node)
        nodes.append(node)

    for output in outputs:
        visit(output)
    return nodes, operation_indices


def map_graph(inputs, outputs):
    """(node keys, nodes by depth, operations in order, operations by depth); depth 0 is at the outputs.

    Raises:
        ValueError: an output can't be computed from the inputs, or two operations share a name.
    """
    nodes, operation_indices = build_map(inputs, outputs)
    in_graph = set(nodes)
    network_nodes = {make_node_key(node.operation, node.operation._inbound_nodes.index(node)) for node in nodes}

    node_depths, operation_depths = {}, {}
    for node in reversed(nodes):
        depth = max(node_depths.setdefault(node, 0), operation_depths.get(node.operation, 0))
        operation_depths[node.operation] = depth
        node_depths[node] = depth
        for parent in node.parent_nodes:
            if parent in in_graph:
                node_depths[parent] = max(depth + 1, node_depths.get(parent, 0))

    # Inputs that nothing uses belong to the model all the same.
    for tensor in inputs:
        operation, node_index, _ = tensor._keras_history
        if operation and operation not in operation_depths:
            node = operation._inbound_nodes[node_index]
            if node.is_input:
                operation_depths[operation] = 0
                operation_indices[operation] = -1
                node_depths[node] = 0
                network_nodes.add(make_node_key(operation, node_index))

    nodes_by_depth = _group(node_depths)
    operations_by_depth = _group(operation_depths)
    operations = []
    for depth in sorted(operations_by_depth, reverse=True):
        operations_by_depth[depth].sort(key=lambda op: operation_indices[op])
        operations.extend(operations_by_depth[depth])

    _check_connected(inputs, nodes_by_depth)
    counts = collections.Counter(operation.name for operation in operations)
    for name, count in counts.items():
        if count != 1:
            raise ValueError(
                f'The name "{name}" is used {count} times in the model. All operation names should be unique.'
            )
    return network_nodes, nodes_by_depth, operations, operations_by_depth


def _group(depths):
    groups = collections.defaultdict(list)
    for thing, depth in depths.items():
        groups[depth].append(thing)
    return groups


def _check_connected(inputs, nodes_by_depth):
    computable = {id(x) for x in inputs}
    accessed = []
    for depth in sorted(nodes_by_depth, reverse=True):
        for node in nodes_by_depth[depth]:
            for x in node.input_tensors:
                if id(x) not in computable:
                    raise ValueError(
                        f"Graph disconnected: cannot find parent for tensor {x} at operation '{node.operation}'. "
                        f"The following previous operations were accessed without issue: {accessed}"
                    )
                accessed.append(node.operation.name)
            computable.update(id(x) for x in node.outputs)
