"""Calls services with zeep, or tells how zeep sees them: asked and answered in JSON, over the standard streams."""

import json
import sys

from lxml import etree
from requests import Session
from zeep import Client, Settings, xsd
from zeep.exceptions import Fault
from zeep.helpers import serialize_object
from zeep.transports import Transport


def client_of(asked):
    session = Session()
    if "tls" in asked:
        # The environment may name other authorities, which would win.
        session.trust_env = False
        session.verify = asked["tls"]["ca"]
        session.cert = (asked["tls"]["certificate"], asked["tls"]["key"])
    return Client(asked["wsdl"], transport=Transport(session=session), settings=Settings(strict=True))


def call(asked):
    client = client_of(asked)
    service = client.service
    if "address" in asked:
        service = client.create_service(str(service._binding.name), asked["address"])
    operation = service[asked["operation"]]
    body = asked["body"]
    arguments = ([], body) if isinstance(body, dict) else ([body], {})
    header = {"_soapheaders": asked["header"]} if asked.get("header") else {}
    try:
        answer = operation(*arguments[0], **arguments[1], **header)
    except Fault as fault:
        detail = None if fault.detail is None else etree.tostring(fault.detail, encoding="unicode")
        return {"fault": {"code": fault.code, "text": fault.message, "detail": detail, "read": read(fault.detail)}}
    except Exception as error:  # whatever zeep has against us is what the test wants to hear
        return {"failed": f"{type(error).__name__}: {error}"}
    told = serialize_object(answer)
    has_header = isinstance(told, dict) and "header" in told and "body" in told
    return {"reply": told["body"], "header": told["header"]} if has_header else {"reply": told, "header": None}


def read(detail):
    """The result of a fault as integrators read it: the first child of whatever is first in the detail."""
    if detail is None or len(detail) == 0:
        return None
    result = detail[0][0]
    return {"in": detail[0].tag, "code": result.get("code"), "says": result.text}


def outline(asked):
    types = Client(asked["wsdl"]).wsdl.types
    return {name: children(types.get_element(name).type) for name in asked["elements"]}


def children(kind):
    if not isinstance(kind, xsd.ComplexType):
        return builtin(kind)
    attributes = {f"@{name}": [attribute.required] for name, attribute in kind.attributes if "}" not in str(attribute.qname)}
    return {**attributes, **{str(e.qname): [e.min_occurs, e.max_occurs, e.nillable, below(e)] for e in leaves(kind)}}


def leaves(kind):
    return [element for name, element in kind.elements if name != "_value_1"]


def below(element):
    return children(element.type)


def builtin(kind):
    bases = [one.__name__ for one in type(kind).__mro__ if one.__module__.startswith("zeep.xsd.types.builtins")]
    return bases[0] if bases else "String"


def spelled(value):
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


what = {"call": call, "outline": outline}[sys.argv[1]]
print(json.dumps([what(each) for each in json.load(sys.stdin)], default=spelled))
